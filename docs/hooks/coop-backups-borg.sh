#!/bin/sh
# Notes that borg has made an archive, with its size and how many days are held: coop-backups-borg.sh TARGET REPOSITORY
# What borg cannot tell here, because it has no passphrase for instance, is left out.
set -u
write=${COOP_BACKUPS_WRITE:-coop-backups-write.sh}
[ $# -eq 2 ] || {
  echo 'coop-backups-borg.sh TARGET REPOSITORY' >&2
  exit 2
}
target=$1
repository=$2

set --
size=$(borg info --json --last 1 "$repository" 2>/dev/null | tr '{' ',' | tr ',' '\n' |
  sed -n 's/^ *"original_size": *\([0-9][0-9]*\).*/\1/p' | head -n 1)
[ -z "$size" ] || set -- "$@" "size=$size"
held=$(borg list --json "$repository" 2>/dev/null | tr '{' ',' | tr ',' '\n' |
  sed -n 's/^ *"time": *"\([0-9][0-9-]*\)T.*/\1/p' | sort -u | grep -c .)
[ "$held" -eq 0 ] || set -- "$@" "held=$held"
"$write" "$target" ok "$@"
