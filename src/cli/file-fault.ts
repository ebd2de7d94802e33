/** A sentence for why a file could not be read or written; what is no fault of a file is thrown on. */
export function whyNot(what: 'read' | 'write', file: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const not = what === 'read' ? `${file} cannot be read` : `${file} was not written`
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk is full: ${not}. Make room and try again.`
    case 'ENOENT':
      return what === 'read' ? `There is no file ${file}.` : `The folder of ${file} does not exist: ${not}.`
    case 'EISDIR':
      return `${file} is a folder: ${not}.`
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `This user may not ${what} there: ${not}.`
    case 'ENOTDIR':
    case 'EIO':
    case 'EMFILE':
    case 'ENAMETOOLONG':
      return `${not} (${code}).`
    default:
      throw error
  }
}
