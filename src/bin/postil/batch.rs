//! `postil annotate --ndjson`: many articles, one a line.
//!
//! A thread reads lines ahead into a short queue; whatever stands in it is annotated on all cores and written in
//! order. So memory is bounded by the longest lines, not by their number, and whoever writes one line and waits
//! gets its answer.
//!
//! Every line is answered: one that is no article gets `{"id", "error": {"line", "message"}}` in its place, and the
//! lines after it are read as if it had not been there.

use crate::annotate::{decisions, file_of, lexicon, name_of};
use crate::args::Annotate;
use crate::fault::Fault;
use crate::outline;
use jiff::civil::Date;
use postil::export::lexicon::Entry;
use postil::{Given, annotate, export};
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::panic;
use std::sync::mpsc::{Receiver, sync_channel};

/// Lines that are read ahead, and that are annotated together.
const AHEAD: usize = 64;

#[derive(Deserialize)]
struct Question {
    #[serde(default)]
    id: Value,
    text: String,
    #[serde(default)]
    date: Option<String>,
    #[serde(default)]
    html: Option<String>,
    #[serde(default)]
    url: Option<String>,
    #[serde(default)]
    title: Option<String>,
    /// All of the text is the article.
    #[serde(default)]
    whole: bool,
}

/// What is left of a line that is no [`Question`]. All else in it is skipped unread, so that the id is found beside a
/// text that is no text.
#[derive(Default, Deserialize)]
struct Asked {
    #[serde(default)]
    id: Value,
}

struct Answer {
    id: Value,
    outcome: Outcome,
}

enum Outcome {
    /// The export, as JSON.
    Postil(String),
    Error(Problem),
}

/// Why a line has no annotation.
#[derive(Serialize)]
struct Problem {
    line: u64,
    message: String,
}

impl Answer {
    fn write(&self, out: &mut impl Write) -> io::Result<()> {
        match &self.outcome {
            Outcome::Postil(json) => writeln!(out, "{{\"id\":{},\"postil\":{json}}}", self.id),
            Outcome::Error(problem) => {
                let problem = serde_json::to_string(problem)?;
                writeln!(out, "{{\"id\":{},\"error\":{problem}}}", self.id)
            }
        }
    }
}

/// A line, counted from 1.
struct Line {
    number: u64,
    bytes: io::Result<Vec<u8>>,
}

pub fn run(args: &Annotate) -> Result<(), Fault> {
    let path = args.file.as_deref();
    let lexicon = lexicon(args)?;
    let name = name_of(path);
    let input: Box<dyn BufRead + Send> = match file_of(path) {
        Some(path) => Box::new(BufReader::new(File::open(path).map_err(|error| Fault::read(&name, error))?)),
        None => Box::new(BufReader::new(io::stdin())),
    };
    let lines = read_ahead(input);
    let mut out = BufWriter::new(io::stdout().lock());
    let mut batch = Vec::with_capacity(AHEAD);
    let mut problems = 0_u64;
    while let Ok(line) = lines.recv() {
        batch.push(line);
        batch.extend(lines.try_iter().take(AHEAD - 1));
        let answers: Vec<Result<Answer, Fault>> =
            batch.par_iter().map(|line| answer(line, &name, args, &lexicon)).collect();
        for answer in answers {
            let answer = answer.inspect_err(|_| _ = out.flush())?;
            problems += u64::from(matches!(answer.outcome, Outcome::Error(_)));
            answer.write(&mut out).map_err(Fault::write)?;
        }
        out.flush().map_err(Fault::write)?;
        batch.clear();
    }
    match problems {
        0 => {}
        1 => eprintln!("postil: {name}: 1 line is no article; its answer says why"),
        _ => eprintln!("postil: {name}: {problems} lines are no articles; their answers say why"),
    }
    Ok(())
}

fn read_ahead(mut input: Box<dyn BufRead + Send>) -> Receiver<Line> {
    let (sender, lines) = sync_channel(AHEAD);
    std::thread::spawn(move || {
        for number in 1.. {
            let mut bytes = Vec::new();
            let line = match input.read_until(b'\n', &mut bytes) {
                Ok(0) => break,
                Ok(_) if bytes.trim_ascii().is_empty() => continue,
                Ok(_) => Line { number, bytes: Ok(bytes) },
                Err(error) => Line { number, bytes: Err(error) },
            };
            let failed = line.bytes.is_err();
            if sender.send(line).is_err() || failed {
                break;
            }
        }
    });
    lines
}

/// The answer to a line; a fault only if the line could not be read from the disk.
fn answer(line: &Line, name: &str, args: &Annotate, lexicon: &[Entry]) -> Result<Answer, Fault> {
    let number = line.number;
    let bytes =
        line.bytes.as_ref().map_err(|error| Fault::Other(format!("cannot read {name}, line {number}: {error}")))?;
    let question: Question = match serde_json::from_slice(bytes) {
        Ok(question) => question,
        Err(error) => {
            let asked: Asked = serde_json::from_slice(bytes).unwrap_or_default();
            return Ok(Answer { id: asked.id, outcome: problem(number, error.to_string()) });
        }
    };
    let id = question.id.clone();
    // The core is meant never to panic. If it does, that costs one article and not the archive.
    let document = panic::catch_unwind(|| document(question, name, number, args, lexicon));
    let outcome = document.map_or_else(
        |_| problem(number, "the reader broke down over this article, which is a fault of Postil".to_owned()),
        Outcome::Postil,
    );
    Ok(Answer { id, outcome })
}

fn problem(line: u64, message: String) -> Outcome {
    Outcome::Error(Problem { line, message })
}

fn document(question: Question, name: &str, line: u64, args: &Annotate, lexicon: &[Entry]) -> String {
    let date = match question.date.as_deref().filter(|date| !date.is_empty()) {
        // One line's odd date is no reason to leave the article unread.
        Some(date) => date.parse::<Date>().map_or_else(
            |_| {
                eprintln!("postil: {name}, line {line}: \"{date}\" is no date of the form YYYY-MM-DD; it is left out");
                None
            },
            Some,
        ),
        None => args.date,
    };
    let outline = question.html.as_deref().map(outline::read).filter(|pieces| !pieces.is_empty());
    let text = match &outline {
        Some(pieces) if question.text.trim().is_empty() => outline::text(pieces),
        _ => question.text,
    };
    let given = Given {
        date,
        url: question.url,
        title: question.title,
        outline,
        insist: args.insist,
        whole: args.whole || question.whole,
        decisions: decisions(Vec::new(), lexicon, &text),
        ..Given::default()
    };
    let options = export::Options { created: args.created.clone(), text: !args.no_text, truncated: 0 };
    export::json::write(&export::document(&annotate(&text, &given), &given, &options))
}
