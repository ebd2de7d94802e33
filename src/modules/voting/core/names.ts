/** The acts of the clerk that fall due in the life of a vote. */
export const VOTE_OPEN = 'vote.open'
export const VOTE_CLOSE = 'vote.close'
/** No more keys are registered, where that ends before anybody votes. */
export const VOTE_KEYS = 'vote.keys'
/** A secret vote begins again with new keys. */
export const VOTE_RENEW = 'vote.renew'
/** A secret vote that cannot open, or begin again, is put off: too few issuers have delivered keys. */
export const VOTE_DEFER = 'vote.defer'

export const MOST_QUESTIONS = 200

/** The law from which on the roll of a vote has those who had a vote when it was announced. */
export const ROLL_AT_ANNOUNCEMENT = 6

/** The law from which secret votes have polling sessions and papers. */
export const POLLING_SINCE = 6

/** The law from which nothing counts as done at polling sessions where none was announced. */
export const ANNOUNCED_POLLING = 7
