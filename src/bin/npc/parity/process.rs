//! A process that answers lines with lines, within a time.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::time::Duration;

/// Lines that a process may be ahead.
const AHEAD: usize = 32;

/// A running process. Dropping it ends it.
pub struct Process {
    child: Child,
    input: ChildStdin,
    lines: Receiver<String>,
    log: PathBuf,
}

/// Why no line came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Silence {
    /// The time is over.
    Late,
    /// The process has ended: how, and the end of what it said on standard error.
    Ended(String),
}

impl Process {
    /// Starts a command; what it says on standard error goes to a file.
    pub fn start(command: &mut Command, log: &Path) -> std::io::Result<Process> {
        let stderr = std::fs::File::create(log)?;
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(stderr).spawn()?;
        let input = child.stdin.take().ok_or(std::io::ErrorKind::BrokenPipe)?;
        let out = child.stdout.take().ok_or(std::io::ErrorKind::BrokenPipe)?;
        let (send, lines) = sync_channel(AHEAD);
        std::thread::spawn(move || {
            for line in BufReader::new(out).lines().map_while(Result::ok) {
                if send.send(line).is_err() {
                    return;
                }
            }
        });
        Ok(Process { child, input, lines, log: log.to_path_buf() })
    }

    /// Sends a line. That the process has ended is found out when its answer does not come.
    pub fn send(&mut self, line: &str) {
        let _ = self.input.write_all(line.as_bytes()).and_then(|()| self.input.write_all(b"\n"));
        let _ = self.input.flush();
    }

    /// The next line.
    pub fn receive(&mut self, limit: Duration) -> Result<String, Silence> {
        match self.lines.recv_timeout(limit) {
            Ok(line) => Ok(line),
            Err(RecvTimeoutError::Timeout) => Err(Silence::Late),
            Err(RecvTimeoutError::Disconnected) => Err(Silence::Ended(self.end())),
        }
    }

    /// How the process ended.
    fn end(&mut self) -> String {
        let status = self.child.wait().map_or_else(|error| error.to_string(), |status| status.to_string());
        let said = std::fs::read_to_string(&self.log).unwrap_or_default();
        let lines: Vec<_> = said.trim_end().lines().collect();
        let last = lines[lines.len().saturating_sub(4)..].join("\n");
        if last.is_empty() { status } else { format!("{status}\n{last}") }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
