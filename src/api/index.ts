export { answerApi, apiDocument } from './app.server.ts'
export { viewDocument } from './view-document.ts'
