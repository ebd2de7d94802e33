export * from '../en/units.ts'
