import { setup } from '../test/kit/postgres-server.ts'

/** A PostgreSQL of our own, fsync on: its URL, and how to stop it. */
export async function startPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  let url = ''
  const provide = (_key: string, value: string): void => {
    url = value
  }
  const stop = await setup({ provide })
  return { url, stop }
}
