export { makeIssuingKey, openSigner, type BlindSigner, type IssuingKey } from './issue.server.ts'
