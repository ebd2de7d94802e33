export * from '../en/members.ts'
