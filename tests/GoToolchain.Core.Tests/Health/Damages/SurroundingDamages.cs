namespace GoToolchain.Core.Tests.Health.Damages;

/// <summary>Damage to what surrounds a GOROOT: variables, the go/env file, PATH, places to write, the C compiler.</summary>
internal static class SurroundingDamages
{
    public static IEnumerable<Damage> All =>
        [
            new(
                "goroot-nowhere",
                "GOROOT set to a directory that does not exist",
                m => m.Variables["GOROOT"] = "/gone/go",
                GoErrorCodes.RootVariableWrong,
                "GOROOT",
                "/gone/go"
            ),
            new(
                "goroot-sibling",
                "GOROOT set to another version's tree",
                m => m.Variables["GOROOT"] = m.Other.Root,
                GoErrorCodes.RootVariableForeign,
                "GOROOT"
            ),
            new("goroot-tilde", "GOROOT set to a path with a ~", m => m.Variables["GOROOT"] = "~/go", GoErrorCodes.RootVariableWrong, "~"),
            new(
                "goroot-nowhere-in-file",
                "`go env -w GOROOT=` to a directory that does not exist",
                m => m.WriteUserFile("GOROOT=/gone/go\n"),
                GoErrorCodes.RootVariableWrong,
                "/gone/go"
            ),
            new(
                "goroot-sibling-in-file",
                "`go env -w GOROOT=` to another version's tree",
                m => m.WriteUserFile($"GOROOT={m.Other.Root}\n"),
                GoErrorCodes.RootVariableForeign,
                "GOROOT"
            ),
            new(
                "goflags-not-a-flag",
                "a GOFLAGS entry without a hyphen",
                m => m.Variables["GOFLAGS"] = "mod=vendor",
                GoErrorCodes.InvalidFlags,
                "mod=vendor"
            ),
            new(
                "goflags-unknown",
                "a GOFLAGS entry that Go does not know",
                m => m.Variables["GOFLAGS"] = "-nosuchflag",
                GoErrorCodes.InvalidFlags,
                "-nosuchflag"
            ),
            new(
                "goflags-unknown-in-file",
                "that GOFLAGS entry in go/env",
                m => m.WriteUserFile("GOFLAGS=-nosuchflag\n"),
                GoErrorCodes.InvalidFlags,
                "-nosuchflag"
            ),
            new(
                "toolexec",
                "a -toolexec in go/env",
                m => m.WriteUserFile($"GOFLAGS=-toolexec={m.CreateFile("wrap", "#!/bin/sh\nexec \"$@\"\n", executable: true)}\n"),
                GoErrorCodes.CompilerHijacked,
                "-toolexec"
            ),
            new(
                "gotoolchain-garbage",
                "GOTOOLCHAIN set to something else than a toolchain",
                m => m.Variables["GOTOOLCHAIN"] = "1.22.3",
                GoErrorCodes.InvalidToolchainVariable,
                "1.22.3"
            )
            {
                Since = 21,
            },
            new(
                "gotoolchain-garbage-in-file",
                "GOTOOLCHAIN set to something else in go/env",
                m => m.WriteUserFile("GOTOOLCHAIN=latest\n"),
                GoErrorCodes.InvalidToolchainVariable,
                "latest"
            )
            {
                Since = 21,
            },
            new("gosumdb-on", "GOSUMDB set to `on`", m => m.Variables["GOSUMDB"] = "on", GoErrorCodes.InvalidChecksumDatabase, "on"),
            new(
                "goproxy-garbage",
                "GOPROXY with a scheme that Go does not know",
                m => m.Variables["GOPROXY"] = "ftp://proxy.example.com",
                GoErrorCodes.InvalidModuleProxy,
                "ftp://proxy.example.com"
            ),
            new(
                "goproxy-garbage-in-file",
                "that GOPROXY in go/env",
                m => m.WriteUserFile("GOPROXY=ftp://proxy.example.com\n"),
                GoErrorCodes.InvalidModuleProxy,
                "ftp://proxy.example.com"
            ),
            new(
                "goos-windows",
                "GOOS set to another system",
                m => m.Variables["GOOS"] = GoPlatform.Host.Os == "windows" ? "linux" : "windows",
                GoErrorCodes.ForeignTarget,
                "GOOS"
            )
            {
                IsWarning = true,
            },
            new(
                "goarch-in-file",
                "GOARCH set to another processor in go/env",
                m => m.WriteUserFile("GOARCH=s390x\n"),
                GoErrorCodes.ForeignTarget,
                "s390x"
            ),
            new(
                "goos-unknown",
                "GOOS set to a system that does not exist",
                m => m.Variables["GOOS"] = "plan10",
                GoErrorCodes.InvalidVariable,
                "plan10"
            ),
            new(
                "go111module-off",
                "GO111MODULE set to `off`",
                m => m.Variables["GO111MODULE"] = "off",
                GoErrorCodes.InvalidVariable,
                "GO111MODULE"
            )
            {
                IsWarning = true,
            },
            new(
                "go111module-garbage",
                "GO111MODULE set to something that it does not know",
                m => m.Variables["GO111MODULE"] = "yes",
                GoErrorCodes.InvalidVariable,
                "GO111MODULE"
            ),
            new(
                "cgo-enabled-garbage",
                "CGO_ENABLED set to `true`",
                m => m.Variables["CGO_ENABLED"] = "true",
                GoErrorCodes.InvalidVariable,
                "CGO_ENABLED"
            )
            {
                IsWarning = true,
            },
            new("gopath-relative", "a relative GOPATH", m => m.Variables["GOPATH"] = "go", GoErrorCodes.InvalidVariable, "GOPATH"),
            new("gopath-is-goroot", "GOPATH set to GOROOT", m => m.Variables["GOPATH"] = m.Go.Root, GoErrorCodes.InvalidVariable, "GOPATH")
            {
                IsWarning = true,
            },
            new("gobin-relative", "a relative GOBIN", m => m.Variables["GOBIN"] = "bin", GoErrorCodes.InvalidVariable, "GOBIN"),
            new("gocache-relative", "a relative GOCACHE", m => m.Variables["GOCACHE"] = "cache", GoErrorCodes.InvalidVariable, "GOCACHE"),
            new(
                "user-file-nul",
                "a go/env file of NUL bytes",
                m => m.WriteUserFile(new string('\0', 300)),
                GoErrorCodes.UserFileDamaged,
                "go/env"
            ),
            new(
                "user-file-garbage",
                "a line without `=` in go/env",
                m => m.WriteUserFile("GOFLAGS\n"),
                GoErrorCodes.UserFileDamaged,
                "go/env"
            ),
            new(
                "user-file-directory",
                "a directory in the place of go/env",
                m => m.CreateDirectory("home/.config/go/env"),
                GoErrorCodes.UserFileDamaged,
                "directory"
            ),
            new(
                "user-file-pipe",
                "a pipe in the place of go/env",
                m => m.Run("mkfifo", m.CreateDirectory("home/.config/go") + "/env"),
                GoErrorCodes.UserFileDamaged,
                "go/env"
            ),
            new(
                "path-shadow",
                "another go first on PATH",
                m => m.Variables["PATH"] = $"{m.Other.Root}/bin:{m.Variables["PATH"]}",
                GoErrorCodes.CommandShadowed,
                "PATH"
            )
            {
                IsWarning = true,
                Since = 20,
            },
            new(
                "profile-nowhere",
                "a GOROOT that is gone exported in ~/.bashrc",
                m => m.CreateFile("home/.bashrc", "# mine\nexport GOROOT=/gone/go\n"),
                GoErrorCodes.StartFileWrong,
                "/gone/go"
            ),
            new(
                "library-path-stale",
                "an LD_LIBRARY_PATH that is gone",
                m => m.Variables["LD_LIBRARY_PATH"] = "/gone/lib",
                GoErrorCodes.LibraryPathWrong,
                "/gone/lib"
            )
            {
                IsWarning = true,
            },
            new(
                "temp-noexec",
                "a TMPDIR in which programs may not run",
                m => m.Variables["TMPDIR"] = m.Mount("noexec", "noexec,size=200m"),
                GoErrorCodes.PlaceNotExecutable,
                "noexec"
            )
            {
                Level = HealthLevel.Standard,
            },
            new(
                "temp-full",
                "a TMPDIR without space",
                m =>
                {
                    var place = m.Mount("full", "size=64k");
                    try
                    {
                        File.WriteAllBytes(Path.Combine(place, "filler"), new byte[64 << 10]);
                    }
                    catch (IOException) { }
                    m.Variables["TMPDIR"] = place;
                },
                GoErrorCodes.NoSpaceLeft,
                "space"
            )
            {
                Level = HealthLevel.Standard,
            },
            new(
                "temp-nowhere",
                "a TMPDIR that does not exist",
                m => m.Variables["TMPDIR"] = "/gone/tmp",
                GoErrorCodes.PlaceNotWritable,
                "/gone/tmp"
            )
            {
                Level = HealthLevel.Standard,
            },
            new(
                "cache-read-only",
                "a build cache on a read-only file system",
                m => m.Variables["GOCACHE"] = m.Mount("cache", "ro,size=1m"),
                GoErrorCodes.PlaceNotWritable,
                "GOCACHE"
            )
            {
                Level = HealthLevel.Standard,
            },
            new(
                "cache-is-a-file",
                "a file in the place of the build cache",
                m => m.Variables["GOCACHE"] = m.CreateFile("cache-file", "x"),
                GoErrorCodes.PlaceNotWritable,
                "GOCACHE"
            )
            {
                Level = HealthLevel.Standard,
            },
            new(
                "module-cache-is-a-file",
                "a file in the place of the module cache",
                m => m.Variables["GOMODCACHE"] = m.CreateFile("modules", "x"),
                GoErrorCodes.PlaceNotWritable,
                "GOMODCACHE"
            )
            {
                Level = HealthLevel.Standard,
            },
            new(
                "cc-nowhere",
                "CC set to a compiler that does not exist",
                m => m.Variables["CC"] = "/gone/gcc",
                GoErrorCodes.CompilerMissing,
                "/gone/gcc"
            ),
            new(
                "cc-nowhere-in-file",
                "that CC in go/env",
                m => m.WriteUserFile("CC=/gone/gcc\n"),
                GoErrorCodes.CompilerMissing,
                "/gone/gcc"
            ),
            new(
                "cc-broken",
                "a C compiler that finds no headers",
                m =>
                    m.Variables["CC"] = m.CreateFile(
                        "badcc",
                        "#!/bin/sh\necho 'x.c:1:10: fatal error: stdlib.h: No such file or directory' >&2\nexit 1\n",
                        executable: true
                    ),
                GoErrorCodes.CCompilerBroken,
                "stdlib.h"
            )
            {
                Level = HealthLevel.Standard,
            },
            new(
                "ldflags-broken",
                "CGO_LDFLAGS with a library that does not exist",
                m => m.Variables["CGO_LDFLAGS"] = "-lnosuchlibrary",
                GoErrorCodes.InvalidVariable,
                "nosuchlibrary"
            )
            {
                Level = HealthLevel.Standard,
            },
        ];
}
