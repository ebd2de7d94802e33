export * from '../en/votes.ts'
