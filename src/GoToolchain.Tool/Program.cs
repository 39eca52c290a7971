using GoToolchain.Tool.CommandLine;

return await GoToolchainProgram.RunAsync(args).ConfigureAwait(false);
