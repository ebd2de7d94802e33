/** What a member has just typed to prove themselves: an open session could be anybody's who found the device. */
export interface Proof {
  readonly password: string
  /** Of their second factor, or a recovery code; not looked at where they have none. */
  readonly code: string
}

/** What a form has to ask for. */
export type ProofAsked = 'nothing' | 'password' | 'code'
