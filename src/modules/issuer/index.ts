export { createFollower, type Follower } from './follow.server.ts'
export { makeIssuer, openIssuer, trustAnew, type Issuer, type IssuerVote } from './open-issuer.server.ts'
export { askStanding } from './organization.server.ts'
export { createIssuerServer } from './serve-issuer.server.ts'
