const PAGE = 50

/** Which part of a list an address asks for: `?page=2` (from 1). */
export function pageOf(
  url: URL,
  count = PAGE,
): { readonly page: number; readonly from: number; readonly count: number } {
  const asked = Number(url.searchParams.get('page'))
  const page = Number.isSafeInteger(asked) && asked >= 1 && asked <= 1_000_000 ? asked : 1
  return { page, from: (page - 1) * count, count }
}
