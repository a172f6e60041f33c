using System;
using System.IO;
using Proxima.Evolver.Commands;
using Spectre.Console;

if (args.Length == 0 || args[0] is "help" or "--help")
{
    AnsiConsole.WriteLine("Proxima.Evolver: searches cheap programs for functions and shows what is proved of them.\n\n" + SearchCommand.Help + "\n" + EvolveCommand.Help + "\n" + ReportCommand.Help + "\n" + SkeletonsCommand.Help + "\n" + FitCommand.Help);
    return args.Length == 0 ? 1 : 0;
}
try
{
    Options options = new(args.AsSpan(1));
    return args[0] switch
    {
        "search" => SearchCommand.Run(options),
        "evolve" => EvolveCommand.Run(options),
        "report" => ReportCommand.Run(options),
        "fit" => FitCommand.Run(options),
        "skeletons" => SkeletonsCommand.Run(options),
        _ => throw new ArgumentException("there is no command " + args[0]),
    };
}
catch (Exception exception) when (exception is ArgumentException or IOException or InvalidDataException)
{
    AnsiConsole.WriteLine("error: " + exception.Message);
    return 1;
}
