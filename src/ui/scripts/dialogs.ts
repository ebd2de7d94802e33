/** Opens a dialog over the page by the link that opens it on a page of its own. */
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[data-opens]') : null
  const dialog = document.getElementById(link?.getAttribute('data-opens') ?? '')
  if (!(dialog instanceof HTMLDialogElement)) return
  event.preventDefault()
  // It may stand open as a part of the page.
  dialog.close()
  dialog.showModal()
})

export {}
