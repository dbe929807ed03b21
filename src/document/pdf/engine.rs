//! A PDF file to its pages.

use std::cell::RefCell;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use hayro_interpret::hayro_syntax::object::Dict;
use hayro_interpret::hayro_syntax::page::Page as PdfPage;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, Rect};
use hayro_interpret::{
    Context, InterpreterCache, InterpreterSettings, InterpreterWarning, RenderContent,
    TransformExt, interpret_page,
};

use super::bounds::{Budget, unpacks_too_far, unwound};
use super::canvas::{Canvas, Direction};
use super::font::{FontBook, font_dicts, has_sane_widths};
use super::page::Page;
use crate::error::Error;

/// What each page of a PDF file shows.
///
/// `name` is what messages call the file; without a `password` the empty one
/// is tried, which opens what may be read by anybody.
///
/// # Errors
/// [`Error::PdfBroken`] when the bytes are no PDF or broken beyond repair,
/// [`Error::PdfPassword`] when they need a password or another one,
/// [`Error::PdfEncryption`] when they are encrypted in a way unknown here.
pub fn bytes_to_pages(
    name: &str,
    bytes: impl Into<Vec<u8>>,
    password: Option<&str>,
) -> Result<Vec<Page>, Error> {
    let pdf = open(name, bytes.into(), password)?;
    if let Some(found) = unpacks_too_far(&pdf) {
        return Err(Error::PdfBroken {
            name: name.to_owned(),
            found,
        });
    }
    let dicts = font_dicts(&pdf);
    if !dicts.iter().all(has_sane_widths) {
        return Err(Error::PdfBroken {
            name: name.to_owned(),
            found: "a font with widths for codes that no font has",
        });
    }
    // Two threads share the pages; each has fonts and caches of its own, which
    // pays from some pages on.
    const FEWEST: usize = 8;
    let count = pdf.pages().len();
    let half = if count < FEWEST {
        count
    } else {
        count.div_ceil(2)
    };
    let pages = thread::scope(|scope| {
        let pdf = &pdf;
        let rest =
            (half < count).then(|| scope.spawn(move || read(pdf, font_dicts(pdf), half..count)));
        let mut pages = read(pdf, dicts, 0..half)?;
        if let Some(rest) = rest {
            pages.extend(rest.join().unwrap_or_else(|cause| Err(unwound(&*cause)))?);
        }
        Ok(pages)
    });
    pages.map_err(|found| Error::PdfBroken {
        name: name.to_owned(),
        found,
    })
}

/// Reads some pages. Reading fonts and pages is the work of the library; a file
/// on which it fails is no reason to fail with it, but an error that says how.
fn read(pdf: &Pdf, dicts: Vec<Dict<'_>>, pages: Range<usize>) -> Result<Vec<Page>, &'static str> {
    catch_unwind(AssertUnwindSafe(|| Engine::new(pdf, dicts).pages(pages)))
        .map_err(|cause| unwound(&*cause))
}

/// What the pages of a file have in common.
struct Engine<'a> {
    pdf: &'a Pdf,
    cache: InterpreterCache<'a>,
    settings: InterpreterSettings,
    fonts: RefCell<FontBook<'a>>,
    budget: Budget,
    /// Whether a font was asked for that could not be read.
    lacks_font: Arc<AtomicBool>,
}

impl<'a> Engine<'a> {
    fn new(pdf: &'a Pdf, dicts: Vec<Dict<'a>>) -> Engine<'a> {
        let lacks_font = Arc::new(AtomicBool::new(false));
        let warned = lacks_font.clone();
        let settings = InterpreterSettings {
            render_content: RenderContent::PAGE,
            warning_sink: Arc::new(move |warning| {
                if matches!(warning, InterpreterWarning::UnsupportedFont) {
                    warned.store(true, Ordering::Relaxed);
                }
            }),
            ..InterpreterSettings::default()
        };
        Engine {
            pdf,
            cache: InterpreterCache::new(),
            fonts: RefCell::new(FontBook::new(dicts, &settings)),
            settings,
            budget: Budget::default(),
            lacks_font,
        }
    }

    fn pages(&self, range: Range<usize>) -> Vec<Page> {
        let pages = self.pdf.pages()[range].iter();
        pages.map(|page| self.page(page)).collect()
    }

    /// A page, turned to where most of its text stands upright: wide tables are
    /// set sideways, with and without a Rotate that turns them for a reader.
    fn page(&self, page: &PdfPage<'a>) -> Page {
        let (width, height) = page.render_dimensions();
        let (width, height) = (f64::from(width), f64::from(height));
        let to_page = page.initial_transform(true).to_kurbo();
        let drawn = self.draw(page, to_page, Rect::new(0.0, 0.0, width, height));
        let canvas = match drawn.direction() {
            Direction::Right => drawn,
            direction => {
                let turn = direction.upright(width, height);
                let shown = turn.transform_rect_bbox(Rect::new(0.0, 0.0, width, height));
                self.draw(page, turn * to_page, shown)
            }
        };
        Page {
            is_incomplete: self.lacks_font.load(Ordering::Relaxed),
            ..canvas.into_page()
        }
    }

    fn draw(&self, page: &PdfPage<'a>, to_page: Affine, shown: Rect) -> Canvas<'_, 'a> {
        let settings = self.settings.clone();
        let mut context = Context::new(to_page, shown, &self.cache, self.pdf.xref(), settings);
        let mut canvas = Canvas::new(shown, &self.fonts, &self.budget);
        self.lacks_font.store(false, Ordering::Relaxed);
        interpret_page(page, &mut context, &mut canvas);
        canvas
    }
}

fn open(name: &str, bytes: Vec<u8>, password: Option<&str>) -> Result<Pdf, Error> {
    let broken = || Error::PdfBroken {
        name: name.to_owned(),
        found: "no page in it",
    };
    let data = Arc::new(bytes);
    let pdf = Pdf::new_with_password(data.clone(), password.unwrap_or(""));
    let pdf = match pdf {
        // A password given for a file that needs none does no harm.
        Err(LoadPdfError::Decryption(_)) if password.is_some() => {
            Pdf::new(data).map_err(|_| pdf.err())
        }
        other => other.map_err(Some),
    };
    match pdf {
        Ok(pdf) if pdf.pages().is_empty() => Err(broken()),
        Ok(pdf) => Ok(pdf),
        Err(Some(LoadPdfError::Decryption(DecryptionError::PasswordProtected))) => {
            Err(Error::PdfPassword {
                name: name.to_owned(),
                found: if password.is_some() {
                    "another one"
                } else {
                    "none"
                },
            })
        }
        Err(Some(LoadPdfError::Decryption(_))) => Err(Error::PdfEncryption {
            name: name.to_owned(),
        }),
        Err(_) => Err(broken()),
    }
}
