#!/usr/bin/env bash
# Installs the package in a fresh Debian, over an older one, lets the program examine itself there and open files from
# the desktop, and takes it away again: nothing of it is left then, and nothing of a person's is gone.
# Usage, as root: installer/fresh_debian.sh [PACKAGE]. Needs debootstrap; asks the mirror this machine itself uses.
set -euo pipefail
cd "$(dirname "$0")/.."
package=$(realpath "$(ls ${1:-dist/kursapp_*.deb})")
command -v debootstrap >/dev/null || apt-get install -y -qq --no-install-recommends debootstrap >/dev/null
release=$(. /etc/os-release && echo "$VERSION_CODENAME")
mirror=$(apt-get indextargets --format '$(REPO_URI)' "Codename: $release" "Created-By: Packages" | head -1)
root=$(mktemp -d)
# It becomes the root of people who are not root.
chmod 755 "$root"
trap 'umount -q "$root/proc" || true; rm -rf "$root"' EXIT

say() { echo "— $*"; }
fail() { echo "$*" >&2; exit 1; }
in_root() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
# Without a network, and with nobody else's processes in sight; what she leaves running ends with what she did.
as_kari() {
  in_root unshare --net --pid --fork --kill-child --propagation unchanged --mount-proc \
    runuser -u kari -- env HOME=/home/kari "$@"
}
apt() { in_root apt-get -y -qq "$@" >"$root/tmp/apt.log" 2>&1 || { cat "$root/tmp/apt.log" >&2; exit 1; }; }
install() { apt install --no-install-recommends "$@"; }
of_kari() { (cd "$root/home/kari/.local/share/Kursapp" && find . -type f | sort | xargs sha256sum); }

say "A fresh Debian $release"
debootstrap --variant=minbase "$release" "$root" "$mirror" >/dev/null
rm "$root/etc/apt/sources.list"
cp -r /etc/apt/. "$root/etc/apt/"
cp /etc/resolv.conf "$root/etc/" 2>/dev/null || true
cp installer/on_desktop.sh "$root/tmp/"
mount -t proc proc "$root/proc"
apt update

say "An older Kursapp, and what a person has written"
cp "$package" "$root/tmp/new.deb"
in_root sh -c 'dpkg-deb -R /tmp/new.deb /tmp/old && sed -i "s/^Version: .*/Version: 0.0.1/" /tmp/old/DEBIAN/control &&
  echo old >/tmp/old/usr/lib/kursapp/_internal/gone-in-the-new.txt && dpkg-deb -Znone -b /tmp/old /tmp/old.deb >/dev/null &&
  rm -r /tmp/old'
install /tmp/old.deb
in_root sh -c '! command -v python3' || fail "There is a Python in the root: this proves nothing."
in_root useradd --create-home kari
mkdir -p "$root/home/kari/.local/share"
.venv/bin/python -c 'import sys; from pathlib import Path; from benchmarks.participant import settle_in; settle_in(Path(sys.argv[1]))' "$root/home/kari/.local/share/Kursapp"
in_root chown -R kari: /home/kari
before=$(of_kari)

say "The new one over it"
install /tmp/new.deb
[ ! -e "$root/usr/lib/kursapp/_internal/gone-in-the-new.txt" ] || fail "Left behind by the upgrade: gone-in-the-new.txt"
in_root dpkg --verify kursapp | (! grep .) || fail "Files are not as they were packed."
# Printers' and Wayland's libraries come with the desktops that have them.
missing=$(in_root sh -c 'find /usr/lib/kursapp -name "*.so*" -type f | LD_LIBRARY_PATH=/usr/lib/kursapp/_internal xargs ldd' |
  grep "not found" | grep -v "libcups\|libwayland-" | sort -u || true)
[ -z "$missing" ] || fail "Libraries that nobody brings:
$missing"

say "It examines itself, without a network and as a person who cannot write in its folder"
as_kari env QT_QPA_PLATFORM=offscreen kursapp --self-test
as_kari kursapp doctor

say "From the desktop"
install desktop-file-utils libfile-mimeinfo-perl procps shared-mime-info x11-utils xdg-utils xvfb
in_root mkdir --mode=1777 -p /tmp/.X11-unix
in_root desktop-file-validate /usr/share/applications/kursapp.desktop
as_kari bash /tmp/on_desktop.sh

say "Taken away again"
after=$(of_kari)
files=$(in_root dpkg -L kursapp | grep kursapp)
apt purge kursapp
left=$(for each in $files; do [ ! -e "$root$each" ] || echo "$each"; done
  grep -rl kursapp "$root"/usr/share/{applications,mime,icons} "$root"/{etc,usr/bin,var/lib/dpkg/info} 2>/dev/null || true)
[ -z "$left" ] || fail "Left behind:
$left"
[ "$(of_kari)" = "$after" ] || fail "What the person has written is not as it was."
[ "$(grep profil.db <<<"$before" | wc -l)" = 1 ] && grep -q profil.db <<<"$after" || fail "The profile is gone."
echo "Installed, examined, upgraded and taken away again in a fresh Debian $release."
