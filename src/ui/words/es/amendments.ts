export * from '../en/amendments.ts'
