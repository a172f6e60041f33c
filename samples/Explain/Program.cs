using System;
using System.IO;
using Samples.Explained;

// dotnet run                              explains the imported models
// dotnet run -- train models              trains and exports them as JSON
// dotnet run -- import from.json to.cs    writes an exported model as C#
switch (args)
{
    case ["train", var folder]:
        Training.Run(folder);
        break;
    case ["import", var from, var to, ..]:
        Import.Run(from, to, args.Length > 3 ? args[3] : "Samples.Explained");
        break;
    default:
        Story.Run(Directory.GetCurrentDirectory());
        break;
}
