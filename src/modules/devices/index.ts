export { deviceMigrations } from './migrations.ts'
export { deleteDeviceNames, insertDeviceName, readDeviceNames } from './names.sql.server.ts'
