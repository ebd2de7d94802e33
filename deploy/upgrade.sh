#!/bin/sh
# Upgrades a running Plenum to a version that git knows by this name, with the data kept:
#   sudo /opt/plenum/deploy/upgrade.sh v1.2.0
# A backup first; then the new program is made in a folder of its own, beside the running one, and tried on an empty organization; then
# the server is started from it. Where that does not answer, the old program comes back.
# Without systemd: PLENUM_BACKUP_WITH and PLENUM_RESTART_WITH are the commands that make a backup and that start the server anew.
set -eu
# Root makes the folder, and the user that runs the server has to read it.
umask 022

version=${1:?"Name the version to upgrade to, such as v1.2.0"}
program=${PLENUM_PROGRAM:-/opt/plenum}
service=${PLENUM_SERVICE:-plenum}
health=${PLENUM_HEALTH:-http://127.0.0.1:7171/healthz}
back_up=${PLENUM_BACKUP_WITH:-systemctl start $service-backup.service}
restart=${PLENUM_RESTART_WITH:-systemctl restart $service}

fail() { echo "$1" >&2; exit "${2:-1}"; }

case $version in */* | .* | -*) fail "$version is no name of a version." 2 ;; esac
[ -L "$program" ] || fail "$program is to be a link to the folder of the version (docs/running.md)." 2
before=$(readlink -f "$program")
after=$(dirname "$before")/$version
# Making it again would take away the parts that the running server loads.
[ "$after" != "$before" ] || fail "Plenum runs as $version already." 2
origin=$(git -C "$before" -c safe.directory="$before" remote get-url origin)

answers() { "$before/node_modules/.bin/node" -e "fetch('$1').then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"; }
answers_soon() {
  for _ in $(seq "${PLENUM_PATIENCE:-60}"); do answers "$health" && return 0; sleep 1; done
  return 1
}
start_from() { ln -sfn "$1" "$program" && sh -c "$restart"; }

# A program that does not even start on an empty folder must never see the data: it could bring the schema forward and then fail.
starts() {
  empty=$(mktemp -d)
  (cd "$after" && exec env -u DATABASE_URL node_modules/.bin/node src/cli/plenum.ts serve --port 0 --data "$empty/data") >"$empty/said" 2>&1 &
  tried=$!
  started=1
  for _ in $(seq "${PLENUM_PATIENCE:-60}"); do
    url=$(sed -n 's/^Plenum is listening on //p' "$empty/said")
    if [ -n "$url" ] && answers "$url/healthz"; then started=0; break; fi
    kill -0 "$tried" 2>/dev/null || break
    sleep 1
  done
  kill "$tried" 2>/dev/null || true
  wait "$tried" 2>/dev/null || true
  [ "$started" = 0 ] || cat "$empty/said" >&2
  rm -rf "$empty"
  return "$started"
}

echo "1. Backup"
sh -c "$back_up" || fail "The backup failed, so nothing was changed."
echo "2. The program of $version, in $after"
[ -d "$after" ] || git clone --quiet --branch "$version" --depth 1 "$origin" "$after" || fail "Nothing was changed."
(cd "$after" && npm ci --no-audit --no-fund && npm run build) || fail "It could not be made. The old program goes on running."
starts || fail "It does not start. The old program goes on running."
echo "3. Restart"
if start_from "$after" && answers_soon; then
  echo "Plenum runs as $version. The program before stays in $before until you delete it."
  for unit in "$after"/deploy/plenum*.service "$after"/deploy/plenum*.timer; do
    cmp -s "$unit" "$before/deploy/$(basename "$unit")" || echo "New in it: $unit. Copy it to /etc/systemd/system, then: systemctl daemon-reload"
  done
  exit 0
fi
echo "It does not answer: going back to $before." >&2
if start_from "$before" && answers_soon; then
  echo "The old program runs again, on the same data. Why the new one did not: journalctl -u $service" >&2
else
  echo "The old program does not answer either, perhaps because the new one has changed the schema: docs/running.md, “Restore”, goes on from the backup." >&2
fi
exit 1
