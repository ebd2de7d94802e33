/** What the API and the pages about it say. */
export const api = {
  titles: {
    400: 'Not as it has to be',
    401: 'Not identified',
    403: 'Not allowed',
    404: 'Not found',
    405: 'Not a method of this path',
    409: 'The rules or the state stand against it',
    413: 'Too large',
    415: 'Another kind of content is expected',
    429: 'Too many calls',
    500: 'A fault of ours',
    503: 'Not possible at the moment',
    507: 'No room left',
  } as Readonly<Record<number, string>>,
  otherTitle: 'Refused',
}
