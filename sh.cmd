@rem `sh` for cmd.exe, which looks in the current folder first: the module beside the shell script does the work.
@node tools\sh.mjs %*
