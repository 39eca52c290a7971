using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild.Packing;

/// <summary>
/// The targets file that a package with sidecars carries. In the project that uses the package it copies the sidecar for the platform that is
/// built for to the output and publish directories. It needs neither Go nor GoToolchain.MSBuild there, only what every MSBuild has.
/// </summary>
/// <remarks>
/// NuGet gives the execute bit to nobody but the owner of its cache, and to nobody at all when the cache was filled on Windows
/// (https://github.com/NuGet/Home/issues/13121); so the sidecar is copied into <c>obj</c> once, made executable there, and copied on from there with its mode.
/// </remarks>
internal sealed class ConsumerTargets(string packageId, string packageVersion, IReadOnlyCollection<PackagedFile> sidecars)
{
    // Part of the names of targets and properties: they must not meet those of another package.
    private readonly string _key =
        string.Concat(packageId.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'))
        + "_"
        + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(packageId.ToUpperInvariant())).AsSpan(0, 3));

    private string RidProperty => "_GoRid_" + _key;
    private string DirectoryProperty => "_GoDirectory_" + _key;
    private string FileItem => "_GoFile_" + _key;
    private string DeclareTarget => "_GoDeclare_" + _key;

    public override string ToString() =>
        new XElement(
            "Project",
            new XComment(
                $" Written when {packageId} was packed. Brings the sidecar of the platform that is built for to the program. ".Replace(
                    "--",
                    "- -",
                    StringComparison.Ordinal
                )
            ),
            Declare(),
            Copy()
        ) + "\n";

    private XElement Declare() =>
        new(
            "Target",
            new XAttribute("Name", DeclareTarget),
            new XAttribute("BeforeTargets", "AssignTargetPaths"),
            // A library hands the package on to the programs that refer to it, and each of those comes by here itself.
            new XAttribute("Condition", "'$(OutputType)' != 'Library'"),
            new XElement(
                "PropertyGroup",
                new XElement(RidProperty, "$(RuntimeIdentifier)"),
                new XElement(
                    RidProperty,
                    new XAttribute("Condition", $"'$({RidProperty})' == ''"),
                    "$(NETCoreSdkPortableRuntimeIdentifier)"
                ),
                // The version is in it, so that another version is another file whatever its time.
                new XElement(
                    DirectoryProperty,
                    "$([MSBuild]::NormalizeDirectory($([System.IO.Path]::Combine('$(MSBuildProjectDirectory)', '$(IntermediateOutputPath)', 'go', "
                        + $"'{ItemText.Escape(packageId)}', '{ItemText.Escape(packageVersion)}', '$({RidProperty})'))))"
                )
            ),
            new XElement(
                "ItemGroup",
                sidecars.Select(File),
                new XElement("None", new XAttribute("Include", $"@({FileItem}->'%(GoCopy)')"), new XAttribute("Visible", "false")),
                new XElement("FileWrites", new XAttribute("Include", $"@({FileItem}->'%(GoCopy)')"))
            ),
            sidecars.GroupBy(s => s.Definition.Name, StringComparer.Ordinal).Select(WarnWithout)
        );

    private XElement File(PackagedFile sidecar) =>
        new(
            FileItem,
            new XAttribute("Include", "$(MSBuildThisFileDirectory)../" + ItemText.Escape(sidecar.Path)),
            new XAttribute("Condition", Is(sidecar)),
            new XElement("GoCopy", $"$({DirectoryProperty}){ItemText.Escape(Path.GetFileName(sidecar.Path))}"),
            new XElement("GoName", ItemText.Escape(sidecar.Definition.Name)),
            new XElement("Link", ItemText.Escape(sidecar.Definition.LinkOf(sidecar.Item))),
            Metadata(sidecar, "CopyToOutputDirectory", "PreserveNewest"),
            Metadata(sidecar, "CopyToPublishDirectory", "PreserveNewest"),
            // Else a single file that unpacks its libraries takes it for one.
            Metadata(sidecar, "ExcludeFromSingleFile", "true"),
            new XElement("Pack", "false")
        );

    private XElement WarnWithout(IGrouping<string, PackagedFile> platforms) =>
        new(
            "Warning",
            new XAttribute(
                "Condition",
                $"'$(DesignTimeBuild)' != 'true' and {string.Join(" and ", platforms.Select(p => Is(p).Replace("==", "!=", StringComparison.Ordinal)))}"
            ),
            new XAttribute("Code", GoErrorCodes.PackageLacksPlatform.Id),
            new XAttribute("HelpLink", GoErrorCodes.PackageLacksPlatform.HelpLink.ToString()),
            new XAttribute("File", "$(MSBuildProjectFullPath)"),
            new XAttribute(
                "Text",
                ItemText.Escape($"The package {packageId} {packageVersion} has no `{platforms.Key}` for ")
                    + $"$({RidProperty})"
                    + ItemText.Escape(
                        $", only for {string.Join(", ", platforms.Select(p => p.Definition.RuntimeIdentifier))}. The program will be without it."
                    )
            )
        );

    private XElement Copy() =>
        new(
            "Target",
            new XAttribute("Name", "_GoCopy_" + _key),
            new XAttribute("BeforeTargets", "BeforeBuild"),
            new XAttribute("DependsOnTargets", DeclareTarget),
            new XAttribute("Condition", "'$(DesignTimeBuild)' != 'true'"),
            new XAttribute("Inputs", $"@({FileItem})"),
            new XAttribute("Outputs", $"@({FileItem}->'%(GoCopy)')"),
            new XElement(
                "Copy",
                new XAttribute("SourceFiles", $"@({FileItem})"),
                new XAttribute("DestinationFiles", $"@({FileItem}->'%(GoCopy)')")
            ),
            // Run in the directory, so that no name needs the quotes of a shell.
            new XElement(
                "Exec",
                new XAttribute("Condition", "!$([MSBuild]::IsOSPlatform('Windows'))"),
                new XAttribute("Command", "chmod 755 -- *"),
                new XAttribute("WorkingDirectory", $"$({DirectoryProperty})")
            )
        );

    private string Is(PackagedFile sidecar) => $"'$({RidProperty})' == '{ItemText.Escape(sidecar.Definition.RuntimeIdentifier)}'";

    private static XElement Metadata(PackagedFile sidecar, string name, string otherwise) =>
        new(name, ItemText.Escape(sidecar.Item.GetMetadata(name) is { Length: > 0 } text ? text : otherwise));
}
