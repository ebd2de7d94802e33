declare global {
  namespace App {
    interface Error {
      message: string
      /** What a script was told to sign: see `answerToSign`. */
      toSign?: string
    }
    interface Locals {
      /** Id of the member who is signed in. */
      member: string | undefined
      /** How many entries of the record this browser has seen: it is never shown fewer. */
      seen: number
      /** Other servers that the page's script may reach: the issuers of a secret vote on it. */
      connect?: readonly string[]
    }
  }
}

export {}
