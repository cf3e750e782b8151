#!/bin/sh
# Records that borg has made an archive, with its size and the number of days held:
#
#   coop-backups-borg.sh TARGET REPOSITORY [ARCHIVES]
#
# ARCHIVES is a pattern of the target's archives, such as 'web-pads-*', if others share the repository. The default is
# those named after the target, such as `pads-2026-11-24`, or else all, if their names differ only in their time.
# Figures are left out if neither applies, or if borg cannot report them here, for instance without a passphrase.
set -u
write=${COOP_BACKUPS_WRITE:-coop-backups-write.sh}
[ $# -eq 2 ] || [ $# -eq 3 ] || {
  echo 'coop-backups-borg.sh TARGET REPOSITORY [ARCHIVES]' >&2
  exit 2
}
target=$1
repository=$2
shift 2
[ $# -eq 0 ] || set -- --glob-archives "$1"

# The number of days held, and the newest archive if the repository has archives other than the target's.
found=$(borg list --json "$@" "$repository" 2>/dev/null | awk -v target="$target" -v all="$#" '
  # A name without its time.
  function kind_of(name) {
    sub(/(19|20)[0-9][0-9][-_.]?[01][0-9][-_.]?[0-3][0-9][-_.:T0-9]*/, "#", name)
    return name
  }
  function is_own(name, kind) {
    if (index(name, target) == 1 && substr(name, length(target) + 1) ~ /^([-_.:@][0-9]+)?$/) return 1
    gsub(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/, "", kind)
    return kind == target
  }
  function value_of(line) {
    sub(/^ *"[a-z]*": *"/, "", line)
    sub(/",? *$/, "", line)
    return line
  }
  /^ *"name": *"/ { name = value_of($0) }
  /^ *"time": *"/ {
    count++
    names[count] = name
    days[count] = substr(value_of($0), 1, 10)
    kind = kind_of(name)
    if (name != "" && !(kind in kinds)) { kinds[kind] = 1; different++ }
    if (name != "" && is_own(name, kind)) { own[count] = 1; owned++ }
    name = ""
  }
  END {
    if (!all && !owned && different > 1) exit
    for (at = 1; at <= count; at++) {
      if (!all && owned && !(at in own)) continue
      newest = names[at]
      if (!(days[at] in held)) { held[days[at]] = 1; total++ }
    }
    print total + 0
    if (!all && owned && owned < count) print newest
  }')
held=$(printf '%s\n' "$found" | sed -n 1p)
newest=$(printf '%s\n' "$found" | sed -n 2p)

if [ -n "$newest" ]; then
  info=$(borg info --json "$repository::$newest" 2>/dev/null)
elif [ -n "$held" ]; then
  info=$(borg info --json --last 1 "$@" "$repository" 2>/dev/null)
else
  info=''
fi
size=$(printf '%s\n' "$info" | tr '{' ',' | tr ',' '\n' |
  sed -n 's/^ *"original_size": *\([0-9][0-9]*\).*/\1/p' | head -n 1)

set --
[ -z "$size" ] || set -- "$@" "size=$size"
[ "${held:-0}" -eq 0 ] || set -- "$@" "held=$held"
"$write" "$target" ok "$@"
