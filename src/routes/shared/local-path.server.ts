/** A path of this site that a form or an address names, to go on to; the first page where it is anything else. */
export function localPath(named: FormDataEntryValue | null): string {
  // A second slash or a backslash would lead browsers to another host.
  return typeof named === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(named) ? named : '/'
}
