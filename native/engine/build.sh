#!/usr/bin/env bash
# Builds SQLite for this machine from the sources inside a pinned npm package, as engine.c has it.
#
#   build.sh WORK RESOURCES REQUIRED
#
# WORK       where sources are unpacked
# RESOURCES  gets META-INF/dbrazor/engine/SYSTEM-MACHINE/LIBRARY
# REQUIRED   true: a missing compiler or npm is an error, not a reason to skip
set -euo pipefail

work=$1 resources=$2 required=$3
package=better-sqlite3 version=12.11.1
sha256=ebf0ed75a7a59dbcb3b24bbd014ef49d9f15bc328e4adcbf516f2a8fadfa2835
oldest=3051003 # 3.51.3: older ones can corrupt a database in WAL mode

mkdir -p "$resources"

skip() {
  [ "$required" != true ] || { echo "The SQLite engine is needed and cannot be built: $1" >&2; exit 1; }
  echo "The SQLite engine is not built: $1"
  exit 0
}

checksum() {
  if command -v sha256sum >/dev/null; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -d' ' -f1
}

compiler=${CC:-cc}
command -v "$compiler" >/dev/null || skip "no C compiler ($compiler)"
command -v npm >/dev/null || skip "no npm"

# The names the driver looks for; see PackagedEngine.
machine=$(uname -m)
[ "$machine" != arm64 ] || machine=aarch64
case $(uname -s) in
  Linux) system=linux library=libsqlite3.so link=(-shared -Wl,-Bsymbolic -lm) ;;
  Darwin) system=macos library=libsqlite3.dylib link=(-dynamiclib) ;;
  *) skip "no recipe for $(uname -s)" ;;
esac

target=$resources/META-INF/dbrazor/engine/$system-$machine/$library
source=$(dirname "$0")/engine.c
[ ! "$target" -nt "$source" ] || [ ! "$target" -nt "$0" ] || exit 0

mkdir -p "$work"
archive=$work/$package-$version.tgz
if [ ! -f "$archive" ]; then
  (cd "$work" && npm pack --silent --ignore-scripts "$package@$version" >/dev/null 2>&1) ||
    skip "npm cannot fetch $package $version"
fi
actual=$(checksum "$archive")
[ "$actual" = "$sha256" ] || {
  echo "$archive has the checksum $actual instead of $sha256" >&2
  rm -f "$archive"
  exit 1
}
tar -xzf "$archive" -C "$work" package/deps/sqlite3
sources=$work/package/deps/sqlite3

number=$(sed -n 's/^#define SQLITE_VERSION_NUMBER *\([0-9]*\).*/\1/p' "$sources/sqlite3.h")
[ "$number" -ge "$oldest" ] || {
  echo "$package $version holds SQLite $number, older than $oldest" >&2
  exit 1
}

options=(
  -DSQLITE_THREADSAFE=2
  -DSQLITE_OMIT_SHARED_CACHE
  -DSQLITE_OMIT_DEPRECATED
  -DSQLITE_OMIT_LOAD_EXTENSION
  -DSQLITE_DEFAULT_MEMSTATUS=0
  -DSQLITE_DQS=0
  -DSQLITE_USE_ALLOCA
  -DSQLITE_ENABLE_COLUMN_METADATA
  -DSQLITE_ENABLE_FTS5
  -DSQLITE_ENABLE_MATH_FUNCTIONS
  -DSQLITE_ENABLE_RTREE
  -DSQLITE_ENABLE_STAT4
  -DHAVE_USLEEP=1
)
# Beside -O2, a full scan takes 25 % less time: without the last option, functions of the library that
# others may call are not seen through.
mkdir -p "$(dirname "$target")"
"$compiler" -O3 -fPIC -fno-semantic-interposition "${options[@]}" -I "$sources" \
  -o "$target.new" "$source" "${link[@]}"
mv "$target.new" "$target"
echo "Built SQLite $number for $system-$machine"
