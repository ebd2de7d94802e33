export { countOffThread } from './count-off-thread.server.ts'
