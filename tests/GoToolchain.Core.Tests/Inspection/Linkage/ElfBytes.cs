namespace GoToolchain.Core.Tests.Inspection.Linkage;

/// <summary>Changes in the headers of ELF files.</summary>
internal static class ElfBytes
{
    /// <summary>Copies a file and makes it one for another machine: e_machine becomes that of arm64, or amd64 on arm64.</summary>
    public static async Task CopyForOtherMachineAsync(string from, string to)
    {
        await using var source = File.OpenRead(from);
        await using var target = File.Create(to);
        await source.CopyToAsync(target);
        target.Position = 18;
        target.WriteByte(GoPlatform.Host.Arch == "arm64" ? (byte)62 : (byte)183);
    }
}
