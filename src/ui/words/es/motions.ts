export * from '../en/motions.ts'
