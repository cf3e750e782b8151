#!/bin/sh
# Runs `restic backup` and notes what became of it: coop-backups-restic.sh TARGET [restic's words ...]
# The repository and its password are restic's own: RESTIC_REPOSITORY, RESTIC_PASSWORD_FILE.
set -u
write=${COOP_BACKUPS_WRITE:-coop-backups-write.sh}
[ $# -ge 1 ] || {
  echo 'coop-backups-restic.sh TARGET [what restic backup takes]' >&2
  exit 2
}
target=$1
shift

said=$(mktemp) || exit 2
trap 'rm -f "$said"' EXIT
"$write" "$target" start

code=0
restic backup "$@" 2>"$said" || code=$?
cat "$said" >&2

# 3 is a backup that lacks files which could not be read, and any number that restic may learn later is a failure too.
if [ "$code" -ne 0 ]; then
  "$write" "$target" failed error="restic ended with $code: $(tail -n 3 "$said")"
  exit "$code"
fi

set --
size=$(restic stats latest --json 2>/dev/null | sed -n 's/.*"total_size": *\([0-9][0-9]*\).*/\1/p' | head -n 1)
[ -z "$size" ] || set -- "$@" "size=$size"
held=$(restic snapshots --json 2>/dev/null | tr '{' ',' | tr ',' '\n' |
  sed -n 's/^ *"time": *"\([0-9][0-9-]*\)T.*/\1/p' | sort -u | grep -c .)
[ "$held" -eq 0 ] || set -- "$@" "held=$held"
"$write" "$target" ok "$@"
