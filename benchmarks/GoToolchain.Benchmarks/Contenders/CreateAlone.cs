using GoToolchain.Benchmarks.Inputs;

namespace GoToolchain.Benchmarks.Contenders;

/// <summary>Creating the files of a tree with what they hold, and nothing else.</summary>
/// <param name="files">The files.</param>
/// <param name="work">Where to.</param>
internal sealed class CreateAlone(UnpackedFiles files, WorkDirectory work) : IContender
{
    private string _directory = "";

    public string Name => "file creation alone";

    public void Prepare() => _directory = work.Next("files");

    public Task RunAsync()
    {
        foreach (var directory in files.Directories)
        {
            Directory.CreateDirectory(Path.Combine(_directory, directory));
        }

        for (var i = 0; i < files.Names.Count; i++)
        {
            using var handle = File.OpenHandle(Path.Combine(_directory, files.Names[i]), FileMode.CreateNew, FileAccess.Write);
            RandomAccess.Write(handle, files.Contents[i], 0);
        }

        return Task.CompletedTask;
    }

    public void Finish()
    {
        Installed.CheckFiles(Path.Combine(_directory, "go"));
        WorkDirectory.Remove(_directory);
    }
}
