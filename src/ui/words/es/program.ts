export * from '../en/program.ts'
