//! Worker processes: the test binary started again, taking jobs on standard input.
//!
//! Compiled code may crash or run for ever where there is a bug; then one job fails, and another worker takes the rest.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// Tells a process that it is a worker.
const MARK: &str = "NPC_TEST_WORKER";

/// What a job yields: anything as JSON, or what went wrong.
pub type Answer = Result<serde_json::Value, String>;

/// True in a worker.
pub fn is_worker() -> bool {
    std::env::var_os(MARK).is_some()
}

/// Does jobs until there are none. Each job and each answer is one line.
pub fn serve(work: impl Fn(&str) -> Answer) {
    for job in std::io::stdin().lines().map_while(Result::ok) {
        let answer = serde_json::to_string(&work(&job)).expect("an answer is JSON");
        println!("{answer}");
    }
}

/// Workers that wait for jobs.
#[derive(Default)]
pub struct Pool {
    idle: Mutex<Vec<Worker>>,
}

struct Worker {
    child: Child,
    jobs: ChildStdin,
    answers: Receiver<String>,
}

impl Pool {
    /// Has a job done by a worker; one that dies or takes too long is replaced.
    pub fn run(&self, job: &str, limit: Duration) -> Answer {
        let mut worker = match self.lock().pop() {
            Some(worker) => worker,
            None => Worker::start().map_err(|error| format!("no worker: {error}"))?,
        };
        let sent = writeln!(worker.jobs, "{job}");
        match worker.answers.recv_timeout(limit) {
            Ok(answer) if sent.is_ok() => {
                self.lock().push(worker);
                serde_json::from_str(&answer).map_err(|error| format!("{error}: {answer}"))?
            }
            Err(RecvTimeoutError::Timeout) => Err(format!("takes longer than {limit:?}{}", worker.end())),
            _ => Err(format!("crashes{}", worker.end())),
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Worker>> {
        self.idle.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

impl Worker {
    fn start() -> std::io::Result<Worker> {
        let mut command = Command::new(std::env::current_exe()?);
        let mut child = command.env(MARK, "1").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let jobs = child.stdin.take().ok_or(std::io::ErrorKind::BrokenPipe)?;
        let out = child.stdout.take().ok_or(std::io::ErrorKind::BrokenPipe)?;
        let (send, answers) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(out).lines().map_while(Result::ok) {
                if send.send(line).is_err() {
                    return;
                }
            }
        });
        Ok(Worker { child, jobs, answers })
    }

    /// Stops the process and says how it ended.
    fn end(mut self) -> String {
        std::thread::sleep(Duration::from_millis(50));
        let ended = self.child.try_wait().ok().flatten();
        // It may have ended by itself in between.
        let _ = self.child.kill();
        let _ = self.child.wait();
        ended.map(|status| format!(" ({status})")).unwrap_or_default()
    }
}
