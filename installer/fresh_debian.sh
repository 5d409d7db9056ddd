#!/usr/bin/env bash
# Installs the package in a fresh Debian and lets the program examine itself there; then takes it away again.
# Usage, as root: installer/fresh_debian.sh [PACKAGE]. Needs debootstrap; asks the mirror this machine itself uses.
set -euo pipefail
cd "$(dirname "$0")/.."
package=$(ls ${1:-dist/kursapp_*.deb})
command -v debootstrap >/dev/null || apt-get install -y -qq --no-install-recommends debootstrap >/dev/null
release=$(. /etc/os-release && echo "$VERSION_CODENAME")
mirror=$(apt-get indextargets --format '$(REPO_URI)' "Codename: $release" "Created-By: Packages" | head -1)
root=$(mktemp -d)
trap 'umount -q "$root/proc" || true; rm -rf "$root"' EXIT
debootstrap --variant=minbase "$release" "$root" "$mirror" >/dev/null
cp -r /etc/apt/. "$root/etc/apt/"
cp /etc/resolv.conf "$root/etc/" 2>/dev/null || true
cp "$package" "$root/tmp/"
mount -t proc proc "$root/proc"
in_root() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
in_root apt-get update -qq
in_root apt-get install -y -qq --no-install-recommends "/tmp/$(basename "$package")" >/dev/null
in_root sh -c '! command -v python3' || { echo "There is a Python in the root: this proves nothing." >&2; exit 1; }
in_root unshare --net env QT_QPA_PLATFORM=offscreen kursapp --self-test
in_root apt-get purge -y -qq kursapp >/dev/null
left=$(in_root find /usr/lib/kursapp /usr/share/applications/kursapp.desktop 2>/dev/null || true)
[ -z "$left" ] || { echo "Left behind: $left" >&2; exit 1; }
echo "Installed, examined and taken away again in a fresh Debian $release."
