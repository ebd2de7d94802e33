export {
  deletePerson,
  findAddresses,
  insertPerson,
  listPeople,
  membersMigrations,
  readPeople,
} from './members.sql.server.ts'
export type { Person } from './members.sql.server.ts'
export { hashPerson } from './person.ts'
export { planImport } from './plan-import.ts'
export type { ImportContext, ImportPlan } from './plan-import.ts'
