// No page of this issue needs a script: everything is a link or a form.
export const csr = false
