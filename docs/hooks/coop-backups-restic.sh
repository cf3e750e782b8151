#!/bin/sh
# Runs `restic backup` and records its result: coop-backups-restic.sh TARGET [restic's arguments ...]
# The repository and its password are set as usual: RESTIC_REPOSITORY, RESTIC_PASSWORD_FILE.
#
# COOP_BACKUPS_GROUP_BY   what distinguishes the backups in a repository, as restic's --group-by; default host, paths
#                         and tags. Days held are counted for this backup only.
set -u
write=${COOP_BACKUPS_WRITE:-coop-backups-write.sh}
[ $# -ge 1 ] || {
  echo 'coop-backups-restic.sh TARGET [what restic backup takes]' >&2
  exit 2
}
target=$1
shift

# Every snapshot of the repository, one line per group.
groups_by() {
  restic snapshots --json --group-by "$1" 2>/dev/null | tr '\n' ' ' | sed 's/{"group_key"/\
&/g'
}

# The line on stdin with the group of snapshot $1.
group_of() {
  grep -F "\"id\":\"$1" | head -n 1
}

days_in() {
  tr '{' ',' | tr ',' '\n' | sed -n 's/^ *"time": *"\([0-9][0-9-]*\)T.*/\1/p' | sort -u | grep -c .
}

# The number of days held of this backup; empty if unknown.
held_days() {
  groups=$(groups_by "${COOP_BACKUPS_GROUP_BY:-host,paths,tags}")
  if [ -z "$snapshot" ]; then
    # The new snapshot is unknown, which does not matter if there is only one group.
    [ "$(printf '%s\n' "$groups" | grep -c '^{"group_key"')" -gt 1 ] || printf '%s\n' "$groups" | days_in
    return 0
  fi
  group=$(printf '%s\n' "$groups" | group_of "$snapshot")
  container='"hostname":"[0-9a-f]\{12\}"'
  # Docker gives each container another host name, the beginning of its id.
  if [ -z "${COOP_BACKUPS_GROUP_BY-}" ] && printf '%s' "$group" | grep -q "^{\"group_key\":{$container"; then
    groups_by paths,tags | group_of "$snapshot" | sed 's/{"time"/\
&/g' | grep "$container" | days_in
  elif [ -n "$group" ]; then
    printf '%s\n' "$group" | days_in
  fi
}

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
"$write" "$target" start

{
  restic backup "$@" 2>"$work/stderr"
  echo $? >"$work/code"
} | tee "$work/stdout"
code=$(cat "$work/code" 2>/dev/null)
cat "$work/stderr" >&2

# 3 is a backup without some files that could not be read; any code that restic may add later is a failure too.
if [ "${code:-1}" -ne 0 ]; then
  "$write" "$target" failed error="restic ended with ${code:-nothing}: $(tail -n 3 "$work/stderr")"
  exit "${code:-1}"
fi

# With --quiet restic does not print it.
snapshot=$(sed -n 's/^snapshot \([0-9a-f]\{8,64\}\) saved.*/\1/p; s/.*"snapshot_id":"\([0-9a-f]\{8,64\}\)".*/\1/p' \
  "$work/stdout" | tail -n 1)
held=$(held_days)

set --
if [ -n "$snapshot" ] || [ -n "$held" ]; then
  size=$(restic stats "${snapshot:-latest}" --json 2>/dev/null |
    sed -n 's/.*"total_size": *\([0-9][0-9]*\).*/\1/p' | head -n 1)
  [ -z "$size" ] || set -- "$@" "size=$size"
fi
[ "${held:-0}" -eq 0 ] || set -- "$@" "held=$held"
"$write" "$target" ok "$@"
