//! `postil annotate --ndjson`: many articles, one a line.
//!
//! A thread reads lines ahead into a short queue; whatever stands in it is annotated on all cores and written in
//! order. So memory is bounded by the longest lines, not by their number, and whoever writes one line and waits
//! gets its answer.

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
use std::io::{self, BufRead, BufReader, Write};
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

#[derive(Serialize)]
struct Answer {
    id: Value,
    postil: export::wire::Document,
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
    let mut out = io::stdout().lock();
    let mut batch = Vec::with_capacity(AHEAD);
    while let Ok(line) = lines.recv() {
        batch.push(line);
        batch.extend(lines.try_iter().take(AHEAD - 1));
        let answers: Vec<Result<String, Fault>> =
            batch.par_iter().map(|line| answer(line, &name, args, &lexicon)).collect();
        for answer in answers {
            let answer = answer.inspect_err(|_| _ = out.flush())?;
            out.write_all(answer.as_bytes()).map_err(Fault::write)?;
        }
        out.flush().map_err(Fault::write)?;
        batch.clear();
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

fn answer(line: &Line, name: &str, args: &Annotate, lexicon: &[Entry]) -> Result<String, Fault> {
    let at = |what: &str| Fault::Other(format!("{name}, line {}: {what}", line.number));
    let bytes = line.bytes.as_ref().map_err(|error| at(&error.to_string()))?;
    let question: Question = serde_json::from_slice(bytes).map_err(|error| at(&error.to_string()))?;
    let date = match question.date.as_deref().filter(|date| !date.is_empty()) {
        // One line's odd date is no reason to leave the rest unread.
        Some(date) => date.parse::<Date>().map_or_else(
            |_| {
                let line = line.number;
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
    let postil = export::document(&annotate(&text, &given), &given, &options);
    let mut json =
        serde_json::to_string(&Answer { id: question.id, postil }).map_err(|error| at(&error.to_string()))?;
    json.push('\n');
    Ok(json)
}
