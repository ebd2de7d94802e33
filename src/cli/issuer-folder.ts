/** Where an issuer is kept where nothing else is named. */
export const ISSUER_FOLDER = './issuer'
