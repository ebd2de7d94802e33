export * from '../en/rulebook.ts'
