export * from '../en/motion-form.ts'
