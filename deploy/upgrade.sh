#!/bin/sh
# Upgrades a running Plenum to a version that git knows by this name, with the data kept:
#   sudo /opt/plenum/deploy/upgrade.sh v1.2.0
# A backup first; then the new program is made in a folder of its own, beside the running one; then the server is started from it. Where
# that does not answer, the old program comes back.
set -eu

version=${1:?"Name the version to upgrade to, such as v1.2.0"}
program=${PLENUM_PROGRAM:-/opt/plenum}
service=${PLENUM_SERVICE:-plenum}
health=${PLENUM_HEALTH:-http://127.0.0.1:7171/healthz}

before=$(readlink -f "$program")
[ -L "$program" ] || { echo "$program is to be a link to the folder of the version (docs/running.md)." >&2; exit 2; }
after=$(dirname "$before")/$version
origin=$(git -C "$before" -c safe.directory="$before" remote get-url origin)

answers() {
  for _ in $(seq 60); do
    "$before/node_modules/.bin/node" -e "fetch('$health').then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))" && return 0
    sleep 1
  done
  return 1
}
start_from() { ln -sfn "$1" "$program" && systemctl restart "$service"; }

echo "1. Backup"
systemctl start "$service-backup.service"
echo "2. The program of $version, in $after"
[ -d "$after" ] || git clone --quiet --branch "$version" --depth 1 "$origin" "$after"
(cd "$after" && npm ci --no-audit --no-fund && npm run build)
echo "3. Restart"
start_from "$after"
if answers; then
  echo "Plenum runs as $version. The program before stays in $before until you delete it."
  exit 0
fi
echo "It does not answer: going back to $before." >&2
start_from "$before"
if answers; then
  echo "The old program runs again, on the same data. Why the new one did not: journalctl -u $service" >&2
else
  echo "The old program does not answer either, because the new one has changed the schema: docs/running.md, “Restore”, goes on from the backup." >&2
fi
exit 1
