using static GoToolchain.Core.Tests.Health.Damages.DamagedMachine;

namespace GoToolchain.Core.Tests.Health.Damages;

/// <summary>Damage to the files of a GOROOT.</summary>
internal static class TreeDamages
{
    public static IEnumerable<Damage> All =>
        [
            new("compile-deleted", "the compiler deleted", m => m.Delete($"{Tools}/compile"), GoErrorCodes.PartMissing, "compile"),
            new("compile-cut", "the compiler cut in half", m => m.Truncate($"{Tools}/compile", 0.5), GoErrorCodes.FileDamaged, "compile"),
            new("compile-empty", "the compiler emptied", m => m.Truncate($"{Tools}/compile", 0), GoErrorCodes.FileDamaged, "compile"),
            new(
                "compile-not-executable",
                "the compiler not executable",
                m => m.DisallowExecution($"{Tools}/compile"),
                GoErrorCodes.NotExecutable,
                "compile"
            ),
            new(
                "compile-of-another-version",
                "the compiler of another version",
                m => m.TakeFromOther($"{Tools}/compile"),
                GoErrorCodes.VersionsMixed,
                "compile"
            ),
            new(
                "compile-is-a-script",
                "the compiler replaced by a script",
                m => m.Touch($"{Tools}/compile").Go.Write($"{Tools}/compile", "#!/bin/sh\nexit 0\n", executable: true),
                GoErrorCodes.FileDamaged,
                "compile"
            ),
            new(
                "compile-is-a-pipe",
                "a pipe in the place of the compiler",
                m =>
                {
                    m.Delete($"{Tools}/compile");
                    m.Run("mkfifo", m.Go[$"{Tools}/compile"]);
                },
                GoErrorCodes.FileDamaged,
                "compile"
            ),
            new("link-deleted", "the linker deleted", m => m.Delete($"{Tools}/link"), GoErrorCodes.PartMissing, "link"),
            new(
                "link-not-executable",
                "the linker not executable",
                m => m.DisallowExecution($"{Tools}/link"),
                GoErrorCodes.NotExecutable,
                "link"
            ),
            new(
                "link-of-another-version",
                "the linker of another version",
                m => m.TakeFromOther($"{Tools}/link"),
                GoErrorCodes.VersionsMixed,
                "link"
            ),
            new("asm-deleted", "the assembler deleted", m => m.Delete($"{Tools}/asm"), GoErrorCodes.PartMissing, "asm"),
            new("cgo-deleted", "the tool cgo deleted", m => m.Delete($"{Tools}/cgo"), GoErrorCodes.PartMissing, "cgo"),
            new("vet-deleted", "the tool vet deleted", m => m.Delete($"{Tools}/vet"), GoErrorCodes.PartMissing, "vet"),
            new("cover-cut", "the tool cover cut in half", m => m.Truncate($"{Tools}/cover", 0.5), GoErrorCodes.FileDamaged, "cover"),
            new("tools-deleted", "all tools deleted", m => m.Delete("pkg/tool"), GoErrorCodes.PartMissing, "pkg/tool"),
            new(
                "tools-renamed",
                "the tools under the name of another platform",
                m =>
                {
                    m.Touch("pkg/tool");
                    Directory.Move(m.Go[Tools], m.Go["pkg/tool/linux_s390x"]);
                },
                GoErrorCodes.WrongPlatform,
                "s390x"
            ),
            new(
                "tools-of-two-platforms",
                "another platform's tools beside the right ones",
                m => m.Touch("pkg/tool/windows_amd64").Go.Write("pkg/tool/windows_amd64/compile.exe", "MZ"),
                GoErrorCodes.WrongPlatform,
                "windows/amd64"
            )
            {
                IsWarning = true,
            },
            new("go-deleted", "bin/go deleted", m => m.Delete("bin/go"), GoErrorCodes.PartMissing, "bin/go"),
            new("go-cut", "bin/go cut in half", m => m.Truncate("bin/go", 0.5), GoErrorCodes.FileDamaged, "bin/go"),
            new("go-empty", "bin/go emptied", m => m.Truncate("bin/go", 0), GoErrorCodes.FileDamaged, "bin/go"),
            new("go-not-executable", "bin/go not executable", m => m.DisallowExecution("bin/go"), GoErrorCodes.NotExecutable, "bin/go"),
            new("go-of-another-version", "bin/go of another version", m => m.TakeFromOther("bin/go"), GoErrorCodes.VersionsMixed, "bin/go"),
            new("gofmt-deleted", "bin/gofmt deleted", m => m.Delete("bin/gofmt"), GoErrorCodes.PartMissing, "gofmt"),
            new("fmt-deleted", "src/fmt deleted", m => m.Delete("src/fmt"), GoErrorCodes.PartMissing, "src/fmt"),
            new("runtime-deleted", "src/runtime deleted", m => m.Delete("src/runtime"), GoErrorCodes.PartMissing, "src/runtime"),
            new("http-deleted", "src/net/http deleted", m => m.Delete("src/net/http"), GoErrorCodes.PartMissing, "net/http"),
            new(
                "internal-abi-deleted",
                "src/internal/abi deleted",
                m => m.Delete("src/internal/abi"),
                GoErrorCodes.PartMissing,
                "src/internal/abi"
            )
            {
                Since = 17,
            },
            new("src-deleted", "src deleted", m => m.Delete("src"), GoErrorCodes.PartMissing, "src"),
            new(
                "src-link-dangling",
                "src a link that leads nowhere",
                m =>
                {
                    m.Delete("src");
                    File.CreateSymbolicLink(m.Go["src"], "/gone/src");
                },
                GoErrorCodes.PartMissing,
                "src"
            ),
            new(
                "src-loop",
                "src/fmt a link that leads to itself",
                m =>
                {
                    m.Delete("src/fmt");
                    File.CreateSymbolicLink(m.Go["src/fmt"], "fmt");
                },
                GoErrorCodes.PartMissing,
                "src/fmt"
            ),
            new(
                "print-go-deleted",
                "one source file of fmt deleted",
                m => m.Delete("src/fmt/print.go"),
                GoErrorCodes.PartMissing,
                "print.go"
            ),
            new(
                "print-go-cut",
                "one source file of fmt cut in half",
                m => m.Truncate("src/fmt/print.go", 0.5),
                GoErrorCodes.FileDamaged,
                "src/fmt/print.go"
            )
            {
                Level = HealthLevel.Standard,
            },
            new(
                "print-go-empty",
                "one source file of fmt emptied",
                m => m.Truncate("src/fmt/print.go", 0),
                GoErrorCodes.FileDamaged,
                "src/fmt/print.go"
            ),
            new(
                "stale-file",
                "a stale file of another version in src/runtime",
                m => m.Write("src/runtime/zz_stale.go", "package runtime\n\nfunc GC() {}\n"),
                GoErrorCodes.VersionsMixed,
                "zz_stale.go"
            )
            {
                Level = HealthLevel.Standard,
            },
            new("include-deleted", "pkg/include deleted", m => m.Delete("pkg/include"), GoErrorCodes.PartMissing, "pkg/include"),
            new(
                "textflag-empty",
                "pkg/include/textflag.h emptied",
                m => m.Truncate("pkg/include/textflag.h", 0),
                GoErrorCodes.FileDamaged,
                "textflag.h"
            ),
            new("version-deleted", "VERSION deleted", m => m.Delete("VERSION"), GoErrorCodes.VersionFileWrong, "VERSION")
            {
                IsWarning = true,
            },
            new(
                "version-of-another",
                "VERSION of another version",
                m => m.TakeFromOther("VERSION"),
                GoErrorCodes.VersionFileWrong,
                "VERSION"
            ),
            new(
                "version-garbage",
                "VERSION overwritten with something else",
                m => m.Write("VERSION", "hello\n"),
                GoErrorCodes.VersionFileWrong,
                "VERSION"
            )
            {
                IsWarning = true,
            },
            new(
                "version-huge",
                "a VERSION of 1 GB",
                m =>
                {
                    m.Write("VERSION", "");
                    using var file = File.OpenWrite(m.Go["VERSION"]);
                    file.SetLength(1L << 30);
                },
                GoErrorCodes.VersionFileWrong,
                "VERSION"
            )
            {
                IsWarning = true,
            },
            new(
                "version-pipe",
                "a pipe in the place of VERSION",
                m =>
                {
                    m.Delete("VERSION");
                    m.Run("mkfifo", m.Go["VERSION"]);
                },
                GoErrorCodes.VersionFileWrong,
                "VERSION"
            )
            {
                IsWarning = true,
            },
            new("go-env-deleted", "GOROOT/go.env deleted", m => m.Delete("go.env"), GoErrorCodes.DefaultsDamaged, "go.env") { Since = 21 },
            new(
                "go-env-garbage",
                "GOROOT/go.env overwritten with NUL bytes",
                m => m.Write("go.env", new string('\0', 200)),
                GoErrorCodes.DefaultsDamaged,
                "go.env"
            )
            {
                Since = 21,
            },
            new(
                "other-version-over-it",
                "another version unpacked over it",
                m => m.Spoil(go => go.Overlay(m.Other.Root)),
                GoErrorCodes.VersionsMixed
            ),
            new(
                "root-deleted",
                "the whole tree deleted behind the link in /usr/local/go",
                m => m.Spoil(go => Directory.Delete(go.Root, recursive: true)),
                GoErrorCodes.RootDangling,
                "/usr/local/go"
            ),
            new(
                "root-is-a-file",
                "a file in the place of GOROOT",
                m =>
                    m.Spoil(go =>
                    {
                        Directory.Delete(go.Root, recursive: true);
                        File.WriteAllText(go.Root, "x");
                    }),
                GoErrorCodes.RootMissing,
                "file"
            ),
            new(
                "root-emptied",
                "everything in GOROOT deleted",
                m =>
                    m.Spoil(go =>
                    {
                        Directory.Delete(go.Root, recursive: true);
                        Directory.CreateDirectory(go.Root);
                    }),
                GoErrorCodes.PartMissing,
                "neither bin"
            ),
        ];
}
