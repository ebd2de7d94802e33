export * from '../en/meetings.ts'
