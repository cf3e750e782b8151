#!/bin/sh
# A hook for Proxmox: `script: /usr/local/bin/coop-backups-vzdump.sh` in /etc/vzdump.conf.
# Each guest becomes a target of its own, `vm-101`. vzdump passes the phase, and for a guest the mode and the guest's
# number; the guest's name and the file are in the environment.
set -u
write=${COOP_BACKUPS_WRITE:-coop-backups-write.sh}
phase=${1-}
guest=vm-${3-}

case $phase in
  backup-start)
    # shellcheck disable=SC3028 # vzdump sets it
    "$write" "$guest" set "name=${HOSTNAME:-$guest}" tool=vzdump
    "$write" "$guest" start
    ;;
  backup-end)
    archive=${TARGET:-${TARFILE:-}}
    # A Proxmox Backup Server has no file to measure.
    if [ -n "$archive" ] && [ -f "$archive" ]; then
      "$write" "$guest" ok "size=$(wc -c <"$archive" | tr -d ' ')"
    else
      "$write" "$guest" ok
    fi
    ;;
  backup-abort) "$write" "$guest" failed "error=vzdump gave up; see its log of this guest" ;;
esac

# vzdump aborts a job whose hook fails, and a backup that could not be recorded is still a backup.
exit 0
