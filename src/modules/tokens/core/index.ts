export { refuseToken, tokenMessages, type TokenCode } from './messages.ts'
export { allows, SCOPES, scopeOf, scopesIn, type Scope } from './scopes.ts'
export { checkTokenWish, MOST_NAME, type TokenWish } from './wish.ts'
