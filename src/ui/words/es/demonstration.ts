export * from '../en/demonstration.ts'
