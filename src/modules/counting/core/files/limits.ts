/** The most candidates a file may have: methods that compare them in pairs take the third power of it in time. */
export const MOST_IN_FILE = 1000

/** The most ballots, all lines together: above, a number of JavaScript is not whole for sure. */
export const MOST_BALLOTS = Number.MAX_SAFE_INTEGER
