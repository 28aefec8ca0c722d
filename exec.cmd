@rem `exec` for cmd.exe, which looks in the current folder first: npm scripts start with it, so that no shell stands
@rem between npm and Node and a signal reaches every process of ours.
@%*
