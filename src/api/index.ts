export { answerApi, apiDocument } from './app.server.ts'
